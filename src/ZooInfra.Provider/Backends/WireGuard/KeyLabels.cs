using System.Globalization;
using System.Text;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Backends.WireGuard;

/// <summary>
/// Whose the keys are that this provider put on an interface, in a file, since the kernel keeps no names. It is written before the keys are set: a key that
/// nobody can use, because whoever made it died before it told, is known by its peer's name and goes when that peer is made again or removed.
/// </summary>
/// <param name="folder">The folder of the file.</param>
/// <param name="network">The interface.</param>
internal sealed class KeyLabels(string folder, string network)
{
    private const char Separator = '\t';
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.Combine(folder, $".{network}.names");

    /// <summary>The network with the labels of the keys that are known. Without the file nobody's are: they are then like keys that somebody else put there.</summary>
    public HubNetwork Attach(HubNetwork found)
    {
        if (!File.Exists(_path))
        {
            return found;
        }

        var peers = found.Peers;
        foreach (var line in File.ReadAllText(_path, Encoding.UTF8).Split('\n'))
        {
            if (line.Split(Separator) is [var key, var name, var person, var device, var purpose, var until, var retiring]
                && peers.TryGetValue(key, out var peer) && bool.TryParse(retiring, out var isRetiring))
            {
                peers = peers.SetItem(key, peer with { Label = new(name, person, device, purpose, until, isRetiring) });
            }
        }

        return found with { Peers = peers };
    }

    /// <summary>Writes down the labels of all keys that are there or shall be.</summary>
    public void Keep(HubNetwork? before, HubNetwork? after)
    {
        var labels = new SortedDictionary<string, PeerLabel>(StringComparer.Ordinal);
        foreach (var peer in (before?.Peers.Values ?? []).Concat(after?.Peers.Values ?? []))
        {
            if (peer.Label is { } label)
            {
                labels[peer.PublicKey] = label;
            }
        }

        if (labels.Count == 0 || after is null)
        {
            File.Delete(_path);
            return;
        }

        var text = new StringBuilder();
        foreach (var (key, label) in labels)
        {
            text.AppendJoin(Separator, key, label.Name, label.Person, label.Device, label.Purpose, label.Until, label.Retiring.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        var temporary = _path + ".tmp";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        File.Move(temporary, _path, overwrite: true);
    }
}

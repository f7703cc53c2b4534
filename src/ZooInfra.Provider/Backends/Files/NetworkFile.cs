using System.Text;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>A network in a file: <c>STACK/vpn/NETWORK.conf</c>. It holds the private key of the hub, so only its owner may read it.</summary>
internal sealed class NetworkFile : NetworkStore
{
    /// <summary>What a place in a file begins with.</summary>
    public const string Scheme = "file:";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder;
    private readonly string _network;
    private readonly string _path;
    private Snapshot? _last;

    /// <summary>The file of a network; its name is checked.</summary>
    /// <exception cref="ProviderException">The name of the stack cannot be that of a folder.</exception>
    public NetworkFile(OutFolder folder, string root, string stack, string network)
        : base(FolderOf(root, stack), network, root)
    {
        _network = network;
        _folder = FolderOf(root, stack);
        _path = Path.Combine(_folder, $"{network}.conf");
        Record = $"{Scheme}{folder.Record(_path)}";
    }

    /// <inheritdoc/>
    public override string Place => $"network {_network} in {_path}";

    /// <inheritdoc/>
    public override string Record { get; }

    /// <summary>The folder that the networks of a stack are in.</summary>
    /// <exception cref="ProviderException">The name of the stack cannot be that of a folder.</exception>
    public static string FolderOf(string root, string stack)
        => stack.Length is > 0 and <= 200 && stack[0] != '.' && stack[^1] != '.' && stack.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? Path.Combine(root, stack, "vpn")
            : throw new ProviderException("The stack name cannot be used as a folder name: it must be 1 to 200 letters, digits, hyphens, underscores and dots, with no dot at its ends.");

    /// <inheritdoc/>
    public override ValueTask<HubNetwork?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(Load());
        }
        catch (HubFormatException exception)
        {
            throw new ProviderException($"{_path}, {exception.Message}. Nothing was changed; put the line right, or move the file away and run a refresh.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProviderException($"The {Place} cannot be read: {exception.Message} Nothing was changed.", exception);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask WriteAsync(HubNetwork? before, HubNetwork? after, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            File.Delete(_path);
        }
        else
        {
            Store(after);
        }

        return ValueTask.CompletedTask;
    }

    private HubNetwork? Load()
    {
        var info = new FileInfo(_path);
        if (!info.Exists)
        {
            return null;
        }

        var last = Volatile.Read(ref _last);
        var stamp = (info.Length, info.LastWriteTimeUtc);
        if (last is not null && last.Stamp == stamp)
        {
            return last.Network;
        }

        var network = HubReader.Read(_network, File.ReadAllText(_path, Encoding.UTF8));
        Volatile.Write(ref _last, new(network, stamp));
        return network;
    }

    private void Store(HubNetwork network)
    {
        var temporary = Path.Combine(_folder, $".{_network}.tmp");
        try
        {
            // Left by a process that died while it held the lock.
            File.Delete(temporary);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(HubWriter.Write(network)));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        var info = new FileInfo(_path);
        Volatile.Write(ref _last, new(network, (info.Length, info.LastWriteTimeUtc)));
    }

    private sealed record Snapshot(HubNetwork Network, (long Length, DateTime Written) Stamp);
}

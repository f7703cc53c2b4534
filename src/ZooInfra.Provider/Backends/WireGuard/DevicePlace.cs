using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Backends.WireGuard;

/// <summary>Where an interface is on this machine.</summary>
/// <param name="Namespace">Its network namespace; null for the one that the provider runs in.</param>
/// <param name="Name">The interface.</param>
internal sealed record DevicePlace(string? Namespace, string Name)
{
    private const string Scheme = "device:";

    /// <summary>Reads the recorded form; null when it is none.</summary>
    public static DevicePlace? TryParse(string place)
    {
        if (!place.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var device = place[Scheme.Length..].Split('/') switch
        {
            [var name] => new DevicePlace(null, name),
            [var space, var name] when IsNamespace(space) => new DevicePlace(space, name),
            _ => null,
        };
        return device is not null && VpnInputs.IsInterfaceName(device.Name) ? device : null;
    }

    /// <summary>Whether a text can be the name of a network namespace.</summary>
    public static bool IsNamespace(string text)
        => text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>The recorded form.</summary>
    public override string ToString() => Namespace is null ? $"{Scheme}{Name}" : $"{Scheme}{Namespace}/{Name}";
}

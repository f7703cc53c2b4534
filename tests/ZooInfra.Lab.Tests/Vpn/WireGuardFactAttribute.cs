namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>A fact that needs WireGuard interfaces in network namespaces.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WireGuardFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
        !Shell.Has("wg") || !Shell.Has("wg-quick") ? "skipped, because wg and wg-quick (Debian wireguard-tools) are not installed"
        : !Shell.Has("wireguard-go") ? "skipped, because wireguard-go (Debian wireguard-go) is not installed"
        : !Shell.Has("ping") ? "skipped, because ping (Debian iputils-ping) is not installed"
        : !File.Exists("/dev/net/tun") ? "skipped, because this machine has no /dev/net/tun"
        : !Shell.MakesNamespaces() ? "skipped, because network namespaces can only be made as root (Debian iproute2)"
        : null);

    public WireGuardFactAttribute() => Skip = Missing.Value;
}

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>A fact that needs root, network namespaces and nftables.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NftablesFactAttribute : FactAttribute
{
    public NftablesFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Skip = "skipped, because it makes network namespaces, which needs root on Linux";
        }
        else if (Command.Missing("ip", "nft", "ping") is { } missing)
        {
            Skip = $"skipped, because {missing} is not installed (Debian iproute2, nftables, iputils-ping)";
        }
    }
}

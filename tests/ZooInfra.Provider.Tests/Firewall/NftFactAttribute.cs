namespace ZooInfra.Provider.Tests.Firewall;

/// <summary>A fact that lets nft check scripts, in a network namespace of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NftFactAttribute : FactAttribute
{
    public NftFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Skip = "skipped, because nft checks a script only as root on Linux";
        }
        else if (!File.Exists("/usr/sbin/nft"))
        {
            Skip = "skipped, because nft (Debian nftables) is not installed";
        }
    }
}

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>A fact that needs real DNS servers and their tools.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DnsServersFactAttribute : FactAttribute
{
    private static readonly (string Program, string Package)[] Needed = [("knotd", "knot"), ("named", "bind9"), ("nsupdate", "bind9-dnsutils"), ("dig", "bind9-dnsutils")];

    public DnsServersFactAttribute()
    {
        var missing = Needed.Where(tool => DnsTools.Find(tool.Program) is null).ToList();
        if (missing.Count > 0)
        {
            Skip = $"skipped, because {string.Join(" and ", missing.Select(tool => $"{tool.Program} (Debian {tool.Package})"))} is not installed";
        }
    }
}

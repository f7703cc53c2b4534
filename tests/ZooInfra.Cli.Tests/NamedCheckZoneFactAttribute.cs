namespace ZooInfra.Cli.Tests;

/// <summary>A fact that BIND's zone checker decides.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamedCheckZoneFactAttribute : FactAttribute
{
    public NamedCheckZoneFactAttribute()
    {
        if (Tool.Find("named-checkzone") is null)
        {
            Skip = "skipped, because named-checkzone (Debian bind9-utils) is not installed";
        }
    }
}

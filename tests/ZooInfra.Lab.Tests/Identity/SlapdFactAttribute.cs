namespace ZooInfra.Lab.Tests.Identity;

/// <summary>A fact that needs OpenLDAP's server and its command line tools.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlapdFactAttribute : FactAttribute
{
    public SlapdFactAttribute()
    {
        if (SlapdTools.Missing is { } missing)
        {
            Skip = $"skipped, because {missing} (Debian slapd, ldap-utils) is not installed";
        }
    }
}

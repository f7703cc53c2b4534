namespace ZooInfra.Contracts;

/// <summary>The rules on firewalls.</summary>
public static class FirewallRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}

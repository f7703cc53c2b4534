namespace ZooInfra.Contracts;

/// <summary>The rules on networks and VPN.</summary>
public static class NetworkRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}

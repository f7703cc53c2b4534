namespace ZooInfra.Contracts;

/// <summary>The rules on DNS.</summary>
public static class DnsRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}

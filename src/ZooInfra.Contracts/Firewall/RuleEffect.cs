namespace ZooInfra.Contracts.Firewall;

/// <summary>What happens to what a rule matches.</summary>
public enum RuleEffect
{
    /// <summary>It passes.</summary>
    Allow,

    /// <summary>It is dropped in silence.</summary>
    Deny,

    /// <summary>It is dropped and the sender is told.</summary>
    Reject,
}

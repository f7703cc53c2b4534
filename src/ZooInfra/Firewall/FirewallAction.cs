namespace ZooInfra.Firewalls;

/// <summary>What happens to what a rule matches.</summary>
public enum FirewallAction
{
    /// <summary>It passes.</summary>
    Allow,

    /// <summary>It is dropped in silence.</summary>
    Deny,

    /// <summary>It is dropped and the sender is told.</summary>
    Reject,
}

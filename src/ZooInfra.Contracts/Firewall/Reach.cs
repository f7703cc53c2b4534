namespace ZooInfra.Contracts.Firewall;

/// <summary>How much of some traffic is allowed.</summary>
public enum Reach
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Some of it, not all.</summary>
    Part,

    /// <summary>All of it.</summary>
    All,
}

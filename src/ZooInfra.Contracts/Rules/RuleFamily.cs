namespace ZooInfra.Contracts;

/// <summary>What a rule is about; also its category at build.</summary>
public enum RuleFamily
{
    /// <summary>ZOO1xxx: what was promised.</summary>
    Promises,

    /// <summary>ZOO9xxx: how clients and contract files are written.</summary>
    Authoring,
}

namespace ZooInfra.Contracts;

/// <summary>What a rule says of a client.</summary>
public enum Verdict
{
    /// <summary>The rule asks nothing of this client.</summary>
    NotApplicable,

    /// <summary>The client keeps it.</summary>
    Satisfied,

    /// <summary>The client breaks it.</summary>
    Violated,

    /// <summary>What it asks about is not known; never a pass.</summary>
    NotEvaluable,
}

namespace ZooInfra.Contracts;

/// <summary>How much a finding weighs.</summary>
public enum RuleSeverity
{
    /// <summary>Advice.</summary>
    Info,

    /// <summary>Very likely wrong.</summary>
    Warning,

    /// <summary>Provably breaks a promise, a regime or the form of a contract.</summary>
    Error,
}

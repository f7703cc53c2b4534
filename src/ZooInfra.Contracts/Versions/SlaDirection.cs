namespace ZooInfra.Contracts;

/// <summary>What a change of the promise means for who made it.</summary>
public enum SlaDirection
{
    /// <summary>More is promised.</summary>
    Tightens = 1,

    /// <summary>Less is promised.</summary>
    Loosens,

    /// <summary>Something else is said, neither more nor less.</summary>
    Restates,
}

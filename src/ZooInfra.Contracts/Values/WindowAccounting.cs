namespace ZooInfra.Contracts;

/// <summary>Whether downtime inside a patch window counts against the promised availability.</summary>
public enum WindowAccounting
{
    /// <summary>The contract does not say.</summary>
    Unstated,

    /// <summary>Downtime in a window is downtime.</summary>
    Counted,

    /// <summary>Downtime in a window was agreed and does not count.</summary>
    Excluded,
}

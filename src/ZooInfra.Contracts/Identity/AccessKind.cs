namespace ZooInfra.Contracts.Identity;

/// <summary>How somebody comes in.</summary>
[Flags]
public enum AccessKind
{
    /// <summary>In no way.</summary>
    None = 0,

    /// <summary>Applications, from the client's own network.</summary>
    Applications = 1,

    /// <summary>From outside of the client's network.</summary>
    Remote = 2,

    /// <summary>To administer systems or accounts.</summary>
    Administration = 4,

    /// <summary>In every way.</summary>
    All = Applications | Remote | Administration,
}

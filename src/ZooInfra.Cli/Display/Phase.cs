namespace ZooInfra.Cli.Display;

/// <summary>How far a command is with one stack.</summary>
internal enum Phase
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    Planning,

    /// <summary>It is planned; what follows waits for the others, or for the user.</summary>
    Planned,

    Applying,

    Done,
}

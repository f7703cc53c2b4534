namespace ZooInfra.Contracts.Firewall;

/// <summary>The way of a packet through a firewall, which decides the chain that judges it.</summary>
public enum Direction
{
    /// <summary>To the firewall itself.</summary>
    Input,

    /// <summary>From zone to zone.</summary>
    Forward,

    /// <summary>From the firewall itself.</summary>
    Output,
}

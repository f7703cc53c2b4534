namespace ZooInfra.Engine.State;

/// <summary>How long the provider may take, in seconds; 0 leaves it to the provider (protocol facts, section 6.5).</summary>
internal sealed record CustomTimeouts(double Create, double Update, double Delete, double Read)
{
    public static CustomTimeouts None { get; } = new(0, 0, 0, 0);
}

namespace ZooInfra.Engine.State;

/// <summary>One run in the history of a stack (protocol facts, section 6.10).</summary>
/// <param name="Kind"><c>update</c>, <c>destroy</c>, <c>refresh</c>, <c>import</c>, or another word that Pulumi wrote.</param>
/// <param name="Started">When it began; whole seconds.</param>
/// <param name="Ended">When it ended; whole seconds.</param>
/// <param name="Result"><c>succeeded</c> or <c>failed</c>.</param>
/// <param name="Changes">How many steps of each kind were taken, by their name in plans (<c>create</c>, <c>delete-replaced</c>).</param>
/// <param name="Config">The configuration by full key.</param>
public sealed record HistoryEntry(
    string Kind,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    string Result,
    IReadOnlyDictionary<string, int> Changes,
    IReadOnlyDictionary<string, HistoryEntry.ConfigValue> Config)
{
    /// <summary>A configuration value of the time.</summary>
    /// <param name="Text">The value as the program had it; of a secret one, the ciphertext.</param>
    /// <param name="IsSecret">Whether it is secret.</param>
    public sealed record ConfigValue(string Text, bool IsSecret);
}

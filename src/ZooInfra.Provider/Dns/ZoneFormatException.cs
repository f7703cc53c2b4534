namespace ZooInfra.Provider.Dns;

/// <summary>A zone file says something that this provider does not know.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong, as a sentence without its final dot.</param>
internal sealed class ZoneFormatException(int line, string problem) : Exception($"line {line}: {problem}")
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}

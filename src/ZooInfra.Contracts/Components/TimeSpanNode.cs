namespace ZooInfra.Contracts.Components;

/// <summary>Reads lengths of time that a program makes: <c>TimeSpan.FromMinutes(5)</c>, <c>new TimeSpan(0, 5, 0)</c>.</summary>
internal static class TimeSpanNode
{
    private static readonly (string Unit, decimal Seconds)[] Units =
    [
        ("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1), ("milliseconds", 0.001m), ("microseconds", 0.000001m),
    ];

    /// <summary>The length in seconds; null when it is not known.</summary>
    public static decimal? Seconds(FactNode node)
    {
        if (node is not { Kind: FactNodeKind.Object, IsComplete: true } || node.Members.Count == 0)
        {
            return null;
        }

        decimal sum = 0;
        foreach (var member in node.Members)
        {
            // The older overloads call their only parameter 'value', in the unit that the method is named for.
            var unit = member.Key == "value" && node.Maker is { } maker && maker.StartsWith("From", StringComparison.Ordinal) ? maker.Substring(4) : member.Key;
            var factor = Array.Find(Units, known => string.Equals(known.Unit, unit, StringComparison.OrdinalIgnoreCase)).Seconds;
            if (factor == 0 || member.Value.Number is not { } number || Math.Abs(number) > 1_000_000_000)
            {
                return null;
            }

            sum += number * factor;
        }

        return sum;
    }
}

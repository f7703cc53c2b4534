using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>How rules write values into messages.</summary>
internal static class RuleText
{
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Windows(EquatableArray<PatchWindow> windows) => string.Join("; ", windows.Select(window =>
        window.MaxDowntime is { } limit ? $"{window}, at most {limit}" : window.ToString()));

    public static string Clause(SlaPromise sla) => sla.Clause is { } clause ? $" (clause {clause})" : "";

    public static string Date(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Months and days beside each other say little, so spans of days are written as such: <c>40 days</c>, <c>1 day</c>.</summary>
    public static string Days(int days) => days == 1 ? "1 day" : days.ToString(CultureInfo.InvariantCulture) + " days";

    /// <summary>The length in whole seconds: <c>1h30m</c>; <c>0s</c> for none.</summary>
    public static string Length(Duration length) => length < Duration.FromSeconds(1) ? "0s" : new ContractDuration(Duration.FromSeconds((long)length.TotalSeconds)).ToString();

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> words)
        => words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    /// <summary><paramref name="text"/> as C#.</summary>
    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n") + "\"";

    /// <summary>The texts as an array of C#.</summary>
    public static string Array(IEnumerable<string> texts) => "new[] { " + string.Join(", ", texts.Select(Literal)) + " }";
}

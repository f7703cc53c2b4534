using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>How the rules on components write values into messages and edits.</summary>
internal static class ComponentText
{
    /// <summary>A length of time, largest units first; <c>0s</c> for none.</summary>
    public static string Length(Duration length) => length <= Duration.Zero ? "0s" : new ContractDuration(length).ToString() is { Length: > 0 } text ? text : "less than 1s";

    /// <summary>A length of time in seconds.</summary>
    public static string Seconds(decimal seconds) => Length(Duration.FromSeconds((double)Math.Ceiling(Math.Min(seconds, int.MaxValue))));

    /// <summary>A day: <c>2027-03-31</c>.</summary>
    public static string Day(LocalDate date) => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    /// <summary>An instant: <c>2027-03-31T16:00:00Z</c>.</summary>
    public static string Moment(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A whole number.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A C# string.</summary>
    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>Names in quotes; of more than five the first five and how many more.</summary>
    public static string Names(IReadOnlyList<string> names)
        => string.Join(", ", names.Take(5).Select(name => $"'{name}'")) + (names.Count > 5 ? $" and {Number(names.Count - 5)} more" : "");

    /// <summary>Where the recovery time was agreed.</summary>
    public static string Clause(TenantContract contract) => contract.Sla is { } sla ? RuleText.Clause(sla) : "";
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>A length of time as contracts write it: <c>5m</c>, <c>1h30m</c>, <c>90s</c>, <c>2d</c>, or ISO 8601 (<c>PT5M</c>).</summary>
/// <param name="Length">The length; above zero, in whole seconds.</param>
public readonly record struct ContractDuration(Duration Length)
{
    private const int MostDays = 100_000;

    private static readonly Regex Short = new(
        @"^(?:(?<d>[0-9]{1,5})d)?(?:(?<h>[0-9]{1,5})h)?(?:(?<m>[0-9]{1,6})m)?(?:(?<s>[0-9]{1,6})s)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Reads a duration of whole seconds above zero; null for anything else.</summary>
    public static ContractDuration? Parse(string text)
    {
        var trimmed = text.Trim();
        var match = Short.Match(trimmed);
        if (match.Success && trimmed.Length > 0)
        {
            return Positive(Duration.FromDays(Part(match, "d")) + Duration.FromHours(Part(match, "h"))
                + Duration.FromMinutes((long)Part(match, "m")) + Duration.FromSeconds((long)Part(match, "s")));
        }

        var iso = PeriodPattern.NormalizingIso.Parse(trimmed);
        return iso.Success && iso.Value is { Years: 0, Months: 0 } && InRange(iso.Value) ? Positive(iso.Value.ToDuration()) : null;
    }

    /// <summary>The short form with the largest units first: <c>1h30m</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Length.Days, 'd');
        Append(text, Length.Hours, 'h');
        Append(text, Length.Minutes, 'm');
        Append(text, Length.Seconds, 's');
        return text.ToString();
    }

    /// <summary>No contract counts in more than a hundred thousand days; beyond that the sum would overflow.</summary>
    private static bool InRange(Period period)
        => period.Weeks is > -MostDays and < MostDays
            && period.Days is > -MostDays and < MostDays
            && period.Hours is > -MostDays * 24L and < MostDays * 24L
            && period.Minutes is > -MostDays * 1440L and < MostDays * 1440L
            && period.Seconds is > -MostDays * 86_400L and < MostDays * 86_400L;

    private static ContractDuration? Positive(Duration length)
        => length > Duration.Zero && length.NanosecondOfDay % NodaConstants.NanosecondsPerSecond == 0 ? new ContractDuration(length) : null;

    private static int Part(Match match, string name)
        => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    private static void Append(StringBuilder text, int count, char unit)
    {
        if (count != 0)
        {
            text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}

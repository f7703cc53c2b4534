using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>Reads the facts of one item as values and notes what cannot be read.</summary>
internal sealed class ItemReader(FactList list, FactItem item, List<FactProblem> problems)
{
    public string Path => item.Path;

    public string? Text(string key) => item[key] is [var text, ..] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    public string Required(string key) => Text(key) ?? "";

    public EquatableArray<string> Texts(string key) => item[key] ?? default;

    public bool Flag(string key) => Read<bool>(key, "write true or false", text => bool.TryParse(text, out var flag) ? flag : null) ?? false;

    public decimal? Number(string key)
        => Read<decimal>(key, "it is not a number", text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A whole number from 1 to 100,000.</summary>
    public int? Count(string key)
        => Read<int>(key, "write a whole number from 1 to 100000", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 ? number : null);

    public Availability? Availability(string key)
        => Read(key, "it is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99", ContractReader.ParseAvailability);

    public ContractDuration? Duration(string key) => Read(key, "it is not a duration; write it like 5m, 1h30m or PT5M", ContractDuration.Parse);

    public LocalDate? Date(string key)
        => Read<LocalDate>(key, "it is not a date; write it like 2027-03-31", text => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null);

    public Instant? Instant(string key)
        => Read<Instant>(key, "it is not an instant; write it like 2027-03-31T16:00:00Z", text => InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant : null);

    public WeeklyStart? Start(string key) => Read(key, "it is not a start; write weekdays, a time and its zone, like Mon 02:00 UTC", WeeklyStart.Parse);

    public T? Word<T>(string key)
        where T : struct, Enum
        => Read(key, $"it is one of {string.Join(", ", Words.All<T>())}", Words.Parse<T>);

    private T? Read<T>(string key, string advice, Func<string, T?> parse)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            problems.Add(new(item.Path + "." + key, list.UnreadableRule, $"'{key}' of a {list.Singular} is '{text}'; {advice}"));
        }

        return value;
    }
}

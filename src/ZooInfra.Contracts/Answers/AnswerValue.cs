using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>
/// A value that a contract answers with: a text, a number, a flag, a list or a record. It is written as JSON or as text without looking at types at run time,
/// so the generator and the host write the same bytes.
/// </summary>
public sealed class AnswerValue
{
    private AnswerValue(string? text = null, string? literal = null, IReadOnlyList<AnswerValue>? items = null, IReadOnlyList<(string Name, AnswerValue Value)>? members = null)
    {
        Scalar = text;
        Literal = literal;
        Items = items;
        Members = members;
    }

    /// <summary>Nothing. As a member of a record it is left out.</summary>
    public static AnswerValue Nothing { get; } = new();

    /// <summary>A text as it is; null when it is no text.</summary>
    internal string? Scalar { get; }

    /// <summary>A number or a flag as JSON writes it; null when it is neither.</summary>
    internal string? Literal { get; }

    /// <summary>The items of a list; null when it is none.</summary>
    internal IReadOnlyList<AnswerValue>? Items { get; }

    /// <summary>The members of a record in order, without those that are nothing; null when it is none.</summary>
    internal IReadOnlyList<(string Name, AnswerValue Value)>? Members { get; }

    /// <summary>A text; nothing for null.</summary>
    public static AnswerValue Of(string? text) => text is null ? Nothing : new(text: text);

    /// <summary>A whole number; nothing for null.</summary>
    public static AnswerValue Of(long? number) => number is { } value ? new(literal: value.ToString(CultureInfo.InvariantCulture)) : Nothing;

    /// <summary>A whole number without sign; nothing for null.</summary>
    public static AnswerValue Of(ulong? number) => number is { } value ? new(literal: value.ToString(CultureInfo.InvariantCulture)) : Nothing;

    /// <summary>A decimal number without trailing zeros; nothing for null.</summary>
    public static AnswerValue Of(decimal? number) => number is { } value ? new(literal: value.ToString("0.############################", CultureInfo.InvariantCulture)) : Nothing;

    /// <summary>A number in the shortest form that reads back as the same; nothing for null and for what JSON has no number for (RFC 8259, section 6).</summary>
    public static AnswerValue Of(double? number)
        => number is { } value && !double.IsNaN(value) && !double.IsInfinity(value) ? new(literal: value.ToString("R", CultureInfo.InvariantCulture)) : Nothing;

    /// <summary>A flag; nothing for null.</summary>
    public static AnswerValue Of(bool? flag) => flag is { } value ? new(literal: value ? "true" : "false") : Nothing;

    /// <summary>A day: <c>2027-03-31</c>; nothing for null.</summary>
    public static AnswerValue Of(LocalDate? day) => Of(day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant, RFC 3339, UTC; nothing for null.</summary>
    public static AnswerValue Of(Instant? instant) => Of(instant is { } value ? InstantPattern.ExtendedIso.Format(value) : null);

    /// <summary>An instant, RFC 3339, UTC; nothing for null.</summary>
    public static AnswerValue Of(DateTimeOffset? instant) => Of(instant is { } value ? Instant.FromDateTimeOffset(value) : (Instant?)null);

    /// <summary>A length of time: <c>1h30m</c>; nothing for null.</summary>
    public static AnswerValue Of(ContractDuration? duration) => Of(duration?.ToString());

    /// <summary>A list; nothing for null.</summary>
    public static AnswerValue List<T>(IEnumerable<T>? items, Func<T, AnswerValue> of) => items is null ? Nothing : new(items: [.. items.Select(of)]);

    /// <summary>A list of texts; nothing for null.</summary>
    public static AnswerValue List(IEnumerable<string>? items) => List(items, Of);

    /// <summary>A record; members that are nothing are left out.</summary>
    /// <param name="members">The members in order, with their names in snake_case.</param>
    public static AnswerValue Record(params (string Name, AnswerValue Value)[] members) => new(members: [.. members.Where(member => !member.Value.IsNothing)]);

    /// <summary>Whether it is nothing.</summary>
    public bool IsNothing => Scalar is null && Literal is null && Items is null && Members is null;

    /// <summary>This record with the members of another at its end.</summary>
    internal AnswerValue With(params (string Name, AnswerValue Value)[] members) => Record([.. Members!, .. members]);

    /// <summary>The value as JSON (RFC 8259) on one line.</summary>
    public string ToJson() => AnswerJson.Write(this);

    /// <summary>
    /// The value as text: one item of a list a line, one member of a record a line after its name and a tab; the members of a record in a list are the columns of its
    /// line. Control characters in texts become spaces.
    /// </summary>
    public string ToText() => AnswerText.Write(this);
}

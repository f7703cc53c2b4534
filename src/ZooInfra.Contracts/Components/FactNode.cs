using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts.Components;

/// <summary>
/// A value of a client's program as far as it is known, whoever read it: the analyzers from source, the plan from resolved inputs.
/// Rules read these and so judge both alike. What is not known stays unknown; a rule never takes it for good.
/// </summary>
public sealed class FactNode
{
    private static readonly IReadOnlyDictionary<string, FactNode> NoMembers = new Dictionary<string, FactNode>();

    private FactNode(FactNodeKind kind, object? origin)
    {
        Kind = kind;
        Origin = origin;
    }

    /// <summary>What is known.</summary>
    public FactNodeKind Kind { get; }

    /// <summary>Where it was read: what its reader needs to show the place. Null when it has no place.</summary>
    public object? Origin { get; }

    /// <summary>A text, a <see cref="decimal"/>, a <see cref="bool"/>, or the member name of an enum; null when it is none of these.</summary>
    public object? Scalar { get; private init; }

    /// <summary>The full name of the type of an object or enum, such as <c>ZooInfra.Dns.DnsRecord</c>; null when there is none.</summary>
    public string? Type { get; private init; }

    /// <summary>The static method that made an object, such as <c>A</c> of <c>DnsRecord.A</c>; null for a constructor. Its arguments are among <see cref="Members"/>.</summary>
    public string? Maker { get; private init; }

    /// <summary>The items of a list, as far as they are known.</summary>
    public IReadOnlyList<FactNode> Items { get; private init; } = [];

    /// <summary>Arguments by the names of their parameters and members by their names; names differ in more than case.</summary>
    public IReadOnlyDictionary<string, FactNode> Members { get; private init; } = NoMembers;

    /// <summary>Whether a list has no further items, and an object no further members that differ from their defaults.</summary>
    public bool IsComplete { get; private init; } = true;

    /// <summary>Whether anything is known: also that nothing was given.</summary>
    public bool IsKnown => Kind != FactNodeKind.Unknown;

    /// <summary>Whether nothing was given.</summary>
    public bool IsAbsent => Kind == FactNodeKind.Absent;

    /// <summary>The text, or the name of an enum's member; null when it is none or not known.</summary>
    public string? Text => Scalar as string;

    /// <summary>The number; null when it is none or not known.</summary>
    public decimal? Number => Scalar as decimal?;

    /// <summary>The truth value; null when it is none or not known.</summary>
    public bool? Flag => Scalar as bool?;

    /// <summary>The member called <paramref name="name"/>, case not regarded: absent when the object has none, unknown when that is not known.</summary>
    public FactNode this[string name]
        => Members.TryGetValue(name, out var member) ? member
            : Kind == FactNodeKind.Absent || (Kind == FactNodeKind.Object && IsComplete) ? Absent(Origin)
            : Unknown(Origin);

    /// <summary>The date, of <c>new DateOnly(2027, 3, 31)</c> or of a text like <c>2027-03-31</c>; null when it is none or not known.</summary>
    public LocalDate? Date
        => Kind == FactNodeKind.Object && this["year"].Number is { } year && this["month"].Number is { } month && this["day"].Number is { } day
            ? year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth((int)year, (int)month)
                ? new LocalDate((int)year, (int)month, (int)day)
                : null
            : Text is { } text && NodaTime.Text.LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    /// <summary>Something of which nothing is known.</summary>
    public static FactNode Unknown(object? origin) => new(FactNodeKind.Unknown, origin);

    /// <summary>Something that was not given.</summary>
    public static FactNode Absent(object? origin) => new(FactNodeKind.Absent, origin);

    /// <summary>A text.</summary>
    public static FactNode Of(string text, object? origin) => new(FactNodeKind.Value, origin) { Scalar = text };

    /// <summary>A number.</summary>
    public static FactNode Of(decimal number, object? origin) => new(FactNodeKind.Value, origin) { Scalar = number };

    /// <summary>A truth value.</summary>
    public static FactNode Of(bool flag, object? origin) => new(FactNodeKind.Value, origin) { Scalar = flag };

    /// <summary>A member of the enum <paramref name="type"/>.</summary>
    public static FactNode OfEnum(string type, string member, object? origin) => new(FactNodeKind.Value, origin) { Type = type, Scalar = member };

    /// <summary>A list; not complete when it may have further items.</summary>
    public static FactNode ListOf(IReadOnlyList<FactNode> items, bool isComplete, object? origin)
        => new(FactNodeKind.List, origin) { Items = items, IsComplete = isComplete };

    /// <summary>An object; not complete when it may have further members.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="maker">The static method that made it; null for a constructor.</param>
    /// <param name="members">Its members; of names that differ only in case the last counts.</param>
    /// <param name="isComplete">Whether members that are not here have their default values.</param>
    /// <param name="origin">Where it was read.</param>
    public static FactNode ObjectOf(string type, string? maker, IEnumerable<KeyValuePair<string, FactNode>> members, bool isComplete, object? origin)
    {
        var byName = new Dictionary<string, FactNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in members)
        {
            byName[member.Key] = member.Value;
        }

        return new(FactNodeKind.Object, origin) { Type = type, Maker = maker, Members = byName, IsComplete = isComplete };
    }

    /// <summary>What is known, for tests and messages to developers.</summary>
    public override string ToString() => Kind switch
    {
        FactNodeKind.Unknown => "?",
        FactNodeKind.Absent => "-",
        FactNodeKind.List => $"[{string.Join(", ", Items)}{(IsComplete ? "" : ", ...")}]",
        FactNodeKind.Object => $"{Type}{(Maker is null ? "" : "." + Maker)}({string.Join(", ", Members.Select(member => $"{member.Key}: {member.Value}"))}{(IsComplete ? "" : ", ...")})",
        _ => Convert.ToString(Scalar, CultureInfo.InvariantCulture)!,
    };
}

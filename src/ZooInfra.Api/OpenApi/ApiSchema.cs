namespace ZooInfra.Api.OpenApi;

/// <summary>The shape of a value (JSON Schema 2020-12, as far as this API needs it).</summary>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>array</c>, <c>object</c>; empty for any value.</param>
internal sealed record ApiSchema(string Type)
{
    /// <summary>The name under which it stands in the document once; null for one that stands where it is used.</summary>
    public string? Name { get; init; }

    /// <summary><c>date</c>, <c>date-time</c> and such; null for none.</summary>
    public string? Format { get; init; }

    /// <summary>What it means; null when its name says it.</summary>
    public string? Description { get; init; }

    /// <summary>The only values that a string may have; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What the items of an array are.</summary>
    public ApiSchema? Items { get; init; }

    /// <summary>The members of an object, in order.</summary>
    public IReadOnlyList<ApiMember> Members { get; init; } = [];

    /// <summary>Whether an object may have members that are not listed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the value may be null, too.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Any text.</summary>
    public static ApiSchema Text { get; } = new("string");

    /// <summary>A day: <c>2027-03-31</c>.</summary>
    public static ApiSchema Date { get; } = new("string") { Format = "date" };

    /// <summary>An instant, RFC 3339, UTC.</summary>
    public static ApiSchema Instant { get; } = new("string") { Format = "date-time" };

    /// <summary>A whole number.</summary>
    public static ApiSchema Integer { get; } = new("integer");

    /// <summary>A number.</summary>
    public static ApiSchema Number { get; } = new("number");

    /// <summary>True or false.</summary>
    public static ApiSchema Flag { get; } = new("boolean");

    /// <summary>Any JSON value.</summary>
    public static ApiSchema Any { get; } = new("");

    /// <summary>A text, or null.</summary>
    public static ApiSchema TextOrNull { get; } = new("string") { IsNullable = true };

    /// <summary>One of these words.</summary>
    public static ApiSchema OneOf(params IReadOnlyList<string> words) => new("string") { Words = words };

    /// <summary>A list.</summary>
    public static ApiSchema ListOf(ApiSchema items) => new("array") { Items = items };

    /// <summary>An object that stands in the document once, under <paramref name="name"/>.</summary>
    public static ApiSchema Object(string name, params IReadOnlyList<ApiMember> members) => new("object") { Name = name, Members = members };

    /// <summary>What a refusal says (RFC 9457).</summary>
    public static ApiSchema Problem { get; } = Object(
        "problem",
        new("type", Text),
        new("title", Text),
        new("status", Integer),
        new("detail", Text with { Description = "What is wrong and what to do." }),
        new("instance", Text),
        new("request_id", Text)) with
    {
        IsOpen = true,
    };
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Schema">What it is.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record ApiMember(string Name, ApiSchema Schema, bool IsOptional = false);

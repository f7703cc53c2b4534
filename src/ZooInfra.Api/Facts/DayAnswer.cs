using NodaTime;

namespace ZooInfra.Api.Facts;

/// <summary>What is answered on a day.</summary>
/// <param name="Types">The media types it is served as, the preferred one first.</param>
/// <param name="Forms">The answer in each of them.</param>
internal sealed record DayAnswer(IReadOnlyList<string> Types, IReadOnlyList<Representation> Forms)
{
    private static readonly string[] TextAndJson = [Accept.Text, Accept.Json];

    /// <summary>The day since which this is the answer, in the client's zone; null when it is not known.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The first day on which the answer may be another one; null when none is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>An answer as text and as JSON.</summary>
    public static DayAnswer Of(ContractBody text, ContractBody json) => new(TextAndJson, [new("text/plain; charset=utf-8", text), new("application/json", json)]);

    /// <summary>An answer that was made here.</summary>
    public static DayAnswer Of((string Text, string Json) made) => Of(Representation.Made(made.Text), Representation.Made(made.Json));
}

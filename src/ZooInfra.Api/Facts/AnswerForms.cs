namespace ZooInfra.Api.Facts;

/// <summary>The forms in which something is answered.</summary>
/// <param name="Types">Their media types, the preferred one first.</param>
/// <param name="ContentTypes">The same with parameters, as sent.</param>
internal sealed record AnswerForms(IReadOnlyList<string> Types, IReadOnlyList<string> ContentTypes)
{
    /// <summary>Text, and JSON for programs.</summary>
    public static AnswerForms TextAndJson { get; } = new([Accept.Text, Accept.Json], ["text/plain; charset=utf-8", Accept.Json]);

    /// <summary>JSON only.</summary>
    public static AnswerForms Json { get; } = new([Accept.Json], [Accept.Json]);
}

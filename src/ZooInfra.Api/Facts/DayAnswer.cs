using System.Text;
using NodaTime;

namespace ZooInfra.Api.Facts;

/// <summary>What is answered on a day.</summary>
/// <param name="Forms">The forms in which it is served.</param>
/// <param name="Bodies">The answer in each of them.</param>
internal sealed record DayAnswer(AnswerForms Forms, params ContractBody[] Bodies)
{
    /// <summary>The day since which this is the answer, in the client's zone; null when it is not known.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The first day on which the answer may be another one; null when none is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>An answer as text and as JSON.</summary>
    public static DayAnswer Of(ContractBody text, ContractBody json) => new(AnswerForms.TextAndJson, text, json);

    /// <summary>An answer that was made here.</summary>
    public static DayAnswer Of((string Text, string Json) made) => Of(Body(made.Text), Body(made.Json));

    /// <summary>A body that was made here, with the tag of its bytes.</summary>
    public static ContractBody Body(string content) => ContractBody.Of(Encoding.UTF8.GetBytes(content));
}

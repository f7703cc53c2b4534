using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>What a contract answers to one question, known at build.</summary>
/// <param name="Name">The path under the client: <c>billing_model</c>, <c>sla/versions/1</c>.</param>
/// <param name="Editions">What it answers from when on, in order of time; at least one.</param>
public sealed record ContractAnswer(string Name, EquatableArray<AnswerEdition> Editions);

/// <summary>An answer from a day on, until the next one.</summary>
/// <param name="First">The first day on which it is given, in the client's zone; null for from the start.</param>
/// <param name="Text">For people: short, one fact a line, columns separated by tabs; no line feed at the end.</param>
/// <param name="Json">For programs: one JSON value.</param>
public sealed record AnswerEdition(LocalDate? First, string Text, string Json);

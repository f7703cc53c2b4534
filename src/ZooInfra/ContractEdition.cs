using NodaTime;

namespace ZooInfra;

/// <summary>An answer from a day on, until the next one.</summary>
/// <param name="First">The first day on which it is given, in the client's zone; null for from the start.</param>
/// <param name="Text">The body for <c>text/plain</c>.</param>
/// <param name="Json">The body for <c>application/json</c>.</param>
public sealed record ContractEdition(LocalDate? First, ContractBody Text, ContractBody Json);

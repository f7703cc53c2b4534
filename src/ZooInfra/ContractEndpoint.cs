namespace ZooInfra;

/// <summary>One fact of a contract, as served under <c>/client/ID/NAME</c>, known at build.</summary>
/// <param name="Name">The last segment of the path, snake_case: <c>billing_model</c>.</param>
/// <param name="Text">The body for <c>text/plain</c>: <c>99.99 / 5m</c>.</param>
/// <param name="Json">The body for <c>application/json</c>.</param>
public sealed record ContractEndpoint(string Name, ContractBody Text, ContractBody Json);

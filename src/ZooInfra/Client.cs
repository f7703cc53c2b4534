using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>One client of a platform: its contract, its program and what its contract answers over HTTP. The source generator makes these.</summary>
/// <param name="Contract">What was promised.</param>
/// <param name="RunAsync">Runs the client's stack as a Pulumi program: <c>Deployment.RunAsync&lt;T&gt;()</c>. Returns the program's exit code.</param>
/// <param name="Endpoints">What the contract answers, one for each fact that was stated.</param>
public sealed record Client(TenantContract Contract, Func<Task<int>> RunAsync, IReadOnlyList<ContractEndpoint> Endpoints)
{
    /// <summary>The client's id, which is its stack name.</summary>
    public string Id => Contract.Id;
}

/// <summary>One fact of a contract, as served under <c>/client/ID/NAME</c>. Bodies are UTF-8, known at build.</summary>
/// <param name="Name">The last segment of the path, snake_case: <c>billing_model</c>.</param>
/// <param name="Text">The body for <c>text/plain</c>: <c>99.99 / 5m</c>.</param>
/// <param name="Json">The body for <c>application/json</c>.</param>
/// <param name="ETag">The strong entity tag of both bodies, with its quotes.</param>
public sealed record ContractEndpoint(string Name, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Json, string ETag);

using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>One client of a platform: its contract, its program and what its contract answers over HTTP. The source generator makes these.</summary>
/// <param name="Contract">What was promised.</param>
/// <param name="RunAsync">Runs the client's stack as a Pulumi program: <c>Deployment.RunAsync&lt;T&gt;()</c>. Returns the program's exit code.</param>
/// <param name="Endpoints">What the contract answers, one for each fact that was stated.</param>
public sealed record Client(TenantContract Contract, Func<Task<int>> RunAsync, IReadOnlyList<ContractEndpoint> Endpoints)
{
    /// <summary>The client whose program is the stack <typeparamref name="TStack"/>.</summary>
    /// <param name="contract">What was promised.</param>
    /// <param name="answers">What the contract answers, as <see cref="PackedAnswers"/> writes it.</param>
    /// <param name="own">What the client's own class answers.</param>
    /// <exception cref="FormatException"><paramref name="answers"/> were written by another version.</exception>
    public static Client Of<TStack>(TenantContract contract, ReadOnlySpan<byte> answers, params ContractEndpoint[] own)
        where TStack : TenantStack, new()
        => new(contract, static () => Pulumi.Deployment.RunAsync<TStack>(), [.. PackedEndpoints.Read(answers), .. own]);

    /// <summary>The client's id, which is its stack name.</summary>
    public string Id => Contract.Id;
}

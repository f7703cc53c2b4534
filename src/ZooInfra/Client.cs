using System.Reflection;
using System.Text;
using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>One client of a platform: its contract, its program and what its contract answers over HTTP. The source generator makes these.</summary>
/// <param name="Contract">What was promised.</param>
/// <param name="RunAsync">Runs the client's stack as a Pulumi program: <c>Deployment.RunAsync&lt;T&gt;()</c>. Returns the program's exit code.</param>
/// <param name="Endpoints">What the contract answers, one for each fact that was stated.</param>
public sealed record Client(TenantContract Contract, Func<Task<int>> RunAsync, IReadOnlyList<ContractEndpoint> Endpoints)
{
    /// <summary>The client whose program is the stack <typeparamref name="TStack"/>, with what its <see cref="ContractAnswersAttribute"/> answers.</summary>
    /// <param name="contract">What was promised.</param>
    /// <param name="own">What the client's own class answers besides.</param>
    /// <exception cref="FormatException">The answers were written by another version.</exception>
    public static Client Of<TStack>(TenantContract contract, params ContractEndpoint[] own)
        where TStack : TenantStack, new()
        => new(
            contract,
            static () => Pulumi.Deployment.RunAsync<TStack>(),
            [.. PackedEndpoints.Read(Encoding.UTF8.GetBytes(typeof(TStack).GetCustomAttribute<ContractAnswersAttribute>(inherit: false)?.Packed ?? "")), .. own]);

    /// <summary>The client's id, which is its stack name.</summary>
    public string Id => Contract.Id;
}

using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using CheckFailure = Pulumirpc.CheckFailure;

namespace ZooInfra.Engine.Planning;

/// <summary>Functions of packages and methods of resources that the program calls (protocol facts, sections 2.1.5 and 2.1.6).</summary>
internal sealed class Functions(RunContext context, StepExecutor executor, ProviderRegistry providers, Registrations registrations, Func<CancellationToken, Task<string>> engineAddress)
{
    /// <exception cref="RunException">There is no such function, or it failed.</exception>
    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        if (request.PackageRef.Length > 0)
        {
            throw new RunException($"The function {request.Tok} is of a parameterized package, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        // What a function waits for may come about only when the update runs.
        var args = OutputValues.Downgrade(PropertyMarshaller.FromStruct(request.Args));
        if (executor.Preview && (Unknowns.In(args) || request.DependsOn.Any(IsUnknown)))
        {
            return new() { Unknown = true };
        }

        var package = ProviderRegistry.PackageOf(request.Tok);
        var named = request.Provider.Length > 0 ? request.Provider : registrations.Find(request.Parent)?.Goal.Providers.GetValueOrDefault(package) ?? "";
        try
        {
            var (provider, _) = await providers.ForAsync($"The function {request.Tok}", package, named, request.Version, request.PluginDownloadURL, cancellationToken);
            var result = await executor.CallAsync(token => provider.InvokeAsync(new InvokeCall(request.Tok, args, executor.Preview), token), cancellationToken);
            return new()
            {
                Return = PropertyMarshaller.ToStruct(result.Return, new MarshalOptions(KeepSecrets: true, request.AcceptResources, KeepOutputs: false)),
                Failures = { result.Failures.Select(Failure) },
            };
        }
        catch (ConfigurationUnknownException)
        {
            return new() { Unknown = true };
        }
        catch (ProviderException e)
        {
            throw new RunException($"The function {request.Tok} failed: {e.Message}");
        }
    }

    /// <exception cref="RunException">There is no such method, or it failed.</exception>
    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        if (request.PackageRef.Length > 0)
        {
            throw new RunException($"The method {request.Tok} is of a parameterized package, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        var args = PropertyMarshaller.FromStruct(request.Args);
        var dependencies = ResourceState.NoPropertyDependencies.AddRange(request.ArgDependencies.Select(argument => KeyValuePair.Create(argument.Key, argument.Value.Urns.ToImmutableArray())));
        var run = new RunInfo(context.Project, context.Stack, await engineAddress(cancellationToken), executor.Preview, context.Parallel, context.Config, context.SecretConfigKeys);
        try
        {
            var (provider, _) = await providers.ForAsync($"The method {request.Tok}", ProviderRegistry.PackageOf(request.Tok), request.Provider, request.Version, request.PluginDownloadURL, cancellationToken);

            // Without a slot: a method may register resources, and those need slots.
            var result = await provider.CallAsync(new MethodCall(request.Tok, args, dependencies, run), cancellationToken);
            var response = new CallResponse { Return = PropertyMarshaller.ToStruct(result.Return, MarshalOptions.KeepAll), Failures = { result.Failures.Select(Failure) } };
            foreach (var (key, urns) in result.Dependencies)
            {
                response.ReturnDependencies[key] = new() { Urns = { urns } };
            }

            return response;
        }
        catch (ConfigurationUnknownException)
        {
            return new() { Return = new() };
        }
        catch (ProviderException e)
        {
            throw new RunException($"The method {request.Tok} failed: {e.Message}");
        }
    }

    private static CheckFailure Failure(Protocol.Providers.CheckFailure failure) => new() { Property = failure.Property, Reason = failure.Reason };

    private bool IsUnknown(string urn) => registrations.Find(urn) is { Goal.Custom: true } needed && needed.State?.Id is null or "" or Signatures.Unknown;
}

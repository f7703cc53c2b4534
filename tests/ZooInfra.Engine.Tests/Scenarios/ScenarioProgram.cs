using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Runs a list of things against an engine, one after another, as a program would.</summary>
internal sealed class ScenarioProgram(IReadOnlyList<Thing> things, int exitCode)
{
    private readonly Dictionary<string, (string Urn, string Id, Result Result)> _known = new(StringComparer.Ordinal);

    public async Task<int> RunAsync(ProgramSettings settings)
    {
        using var channel = GrpcChannel.ForAddress($"http://{await settings.AddressAsync(default)}");
        var monitor = new ResourceMonitor.ResourceMonitorClient(DeepMessages.Over(channel));
        try
        {
            var root = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = ResourceUrn.StackType, Name = $"{settings.Project}-{settings.Stack}", Object = new Struct() });
            _known[""] = (root.Urn, "", Result.Success);
            foreach (var thing in things)
            {
                await (thing.ReadId is { } id ? ReadAsync(monitor, thing, id) : RegisterAsync(monitor, thing));
            }

            await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = root.Urn, Outputs = new Struct { Fields = { ["count"] = Value.ForNumber(things.Count) } } });
            if (exitCode == 0)
            {
                await monitor.SignalAndWaitForShutdownAsync(new Empty());
            }

            return exitCode;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal)
        {
            return 32;
        }
    }

    private async Task RegisterAsync(ResourceMonitor.ResourceMonitorClient monitor, Thing thing)
    {
        var request = new RegisterResourceRequest
        {
            Type = thing.Type,
            Name = thing.Name,
            Custom = thing.Custom,
            Parent = Urn(thing.Parent ?? ""),
            Provider = Reference(thing),
            Object = PropertyMarshaller.ToStruct(Thing.Read(thing.Props), MarshalOptions.KeepAll),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Dependencies = { thing.DependsOn.Select(Urn) },
        };
        foreach (var group in thing.Sources.GroupBy(source => source.Property, source => Urn(source.Key)))
        {
            request.PropertyDependencies[group.Key] = new() { Urns = { group } };
        }

        foreach (var property in request.Object.Fields.Keys.Where(property => !request.PropertyDependencies.ContainsKey(property)))
        {
            // Without an entry every property would come from everything.
            request.PropertyDependencies[property] = new();
        }

        thing.Says(request, Urn);
        var response = await monitor.RegisterResourceAsync(request);
        _known[thing.Key] = (response.Urn, response.Id, response.Result);
        if (thing.Outputs is { } outputs)
        {
            await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = response.Urn, Outputs = PropertyMarshaller.ToStruct(Thing.Read(outputs), MarshalOptions.KeepAll) });
        }
    }

    private async Task ReadAsync(ResourceMonitor.ResourceMonitorClient monitor, Thing thing, string id)
    {
        var response = await monitor.ReadResourceAsync(new ReadResourceRequest
        {
            Type = thing.Type,
            Name = thing.Name,
            Id = id,
            Parent = Urn(thing.Parent ?? ""),
            Provider = Reference(thing),
            Properties = PropertyMarshaller.ToStruct(Thing.Read(thing.Props), MarshalOptions.KeepAll),
            AcceptSecrets = true,
            Dependencies = { thing.DependsOn.Select(Urn) },
        });
        _known[thing.Key] = (response.Urn, id, Result.Success);
    }

    private string Reference(Thing thing)
        => thing.Provider is { } provider ? $"{_known[provider].Urn}::{(_known[provider].Id.Length > 0 ? _known[provider].Id : Signatures.Unknown)}" : "";

    private string Urn(string key) => key.StartsWith("urn:", StringComparison.Ordinal) ? key : _known[key].Urn;
}

using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What the recording monitor is asked and answers. As it stands it answers like an engine whose one provider echoes inputs as outputs.</summary>
internal sealed class MonitorScript
{
    private readonly ConcurrentDictionary<string, byte> _registered = new();

    public string Project { get; init; } = "proj";

    public string Stack { get; init; } = "dev";

    public bool DryRun { get; init; }

    public Dictionary<string, string> Config { get; init; } = [];

    public string[] SecretKeys { get; init; } = [];

    /// <summary>The ids of features that the engine does not have.</summary>
    public HashSet<string> Lacks { get; init; } = [];

    public Func<RegisterResourceRequest, ServerCallContext, Task<RegisterResourceResponse>>? OnRegister { get; set; }

    public Func<ReadResourceRequest, ReadResourceResponse>? OnRead { get; set; }

    public Func<ResourceInvokeRequest, ResourceInvokeResponse>? OnInvoke { get; set; }

    public Func<ResourceCallRequest, CallResponse>? OnCall { get; set; }

    public Func<MonitorScript, Task>? OnShutdown { get; set; }

    /// <summary>The bytes to answer the registration of a name with; null for a proper answer. Such registrations are not recorded.</summary>
    public Func<string, byte[]?>? RawAnswer { get; set; }

    /// <summary>Everything that was asked, in the order it arrived.</summary>
    public ConcurrentQueue<IMessage> Requests { get; } = new();

    /// <summary>Rules of the protocol that the program broke.</summary>
    public ConcurrentQueue<string> Offences { get; } = new();

    public IEnumerable<RegisterResourceRequest> Registrations => Requests.OfType<RegisterResourceRequest>();

    public IEnumerable<LogRequest> Logs => Requests.OfType<LogRequest>();

    public RegisterResourceRequest Registration(string name) => Registrations.Single(request => request.Name == name);

    public string UrnOf(string parent, string type, string name)
        => ResourceUrn.Create(Stack, Project, parent.Length == 0 ? null : ResourceUrn.Parse(parent), type, name).Text;

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        foreach (var urn in request.Dependencies.Append(request.Parent).Append(request.Provider is { Length: > 0 } provider ? provider[..provider.LastIndexOf("::", StringComparison.Ordinal)] : ""))
        {
            if (urn.Length > 0 && !_registered.ContainsKey(urn))
            {
                Offences.Enqueue($"{request.Name} was registered before {urn}, which it needs.");
            }
        }

        var response = OnRegister is { } answer ? await answer(request, context) : Echo(request);
        _registered.TryAdd(response.Urn, 0);
        return response;
    }

    public RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Parent, request.Type, request.Name),
        Id = request.Custom && !DryRun ? $"{request.Name}-id" : "",
        Object = request.Custom || request.Remote ? request.Object.Clone() : new Struct(),
    };

    public ReadResourceResponse Read(ReadResourceRequest request)
    {
        Requests.Enqueue(request);
        var response = OnRead?.Invoke(request) ?? new() { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = request.Properties.Clone() };
        _registered.TryAdd(response.Urn, 0);
        return response;
    }

    public ResourceInvokeResponse Invoke(ResourceInvokeRequest request)
    {
        Requests.Enqueue(request);
        return OnInvoke?.Invoke(request) ?? new() { Return = request.Args.Clone() };
    }

    public CallResponse Call(ResourceCallRequest request)
    {
        Requests.Enqueue(request);
        return OnCall?.Invoke(request) ?? new() { Return = request.Args.Clone() };
    }
}

using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace ZooInfra.Protocol.Tests;

public sealed class LocalCallsTests : IDisposable
{
    private readonly Service _service = new();
    private readonly LocalCalls _calls;

    public LocalCallsTests() => _calls = new(binder => ResourceMonitor.BindService(binder, _service));

    private ResourceMonitor.ResourceMonitorClient Client => new(_calls);

    public void Dispose() => _calls.Dispose();

    [Fact]
    public async Task A_call_has_the_answer_of_the_service()
    {
        _service.Answer = (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id == "secrets" });

        Assert.True((await Client.SupportsFeatureAsync(new() { Id = "secrets" })).HasSupport);
        Assert.False(Client.SupportsFeature(new() { Id = "other" }).HasSupport);
    }

    [Fact]
    public async Task A_service_that_waits_does_not_hold_its_caller()
    {
        var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _service.Answer = (_, _) =>
        {
            began.SetResult();
            release.Task.Wait();
            return Task.FromResult(new SupportsFeatureResponse());
        };

        using var call = Client.SupportsFeatureAsync(new());
        await began.Task;

        Assert.False(call.ResponseAsync.IsCompleted);
        release.SetResult();
        await call;
    }

    [Fact]
    public async Task The_callers_flow_of_control_ends_at_the_call()
    {
        var flow = new AsyncLocal<string> { Value = "the program's" };
        string? seen = "";
        _service.Answer = (_, _) =>
        {
            seen = flow.Value;
            return Task.FromResult(new SupportsFeatureResponse());
        };

        await Client.SupportsFeatureAsync(new());

        Assert.Null(seen);
        Assert.Equal("the program's", flow.Value);
    }

    [Fact]
    public async Task The_status_of_an_error_arrives_without_its_cause()
    {
        _service.Answer = (_, _) => throw new RpcException(new Status(StatusCode.InvalidArgument, "not so", new InvalidOperationException("inside")));

        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client.SupportsFeatureAsync(new()));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("not so", error.Status.Detail);
        Assert.Null(error.Status.DebugException);
    }

    [Fact]
    public async Task An_error_that_is_no_status_is_unknown_to_the_caller()
    {
        _service.Answer = (_, _) => throw new InvalidOperationException("inside");

        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client.SupportsFeatureAsync(new()));

        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.DoesNotContain("inside", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_and_the_service_is_told()
    {
        using var stop = new CancellationTokenSource();
        var (began, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        _service.Answer = async (_, context) =>
        {
            context.CancellationToken.Register(told.SetResult);
            began.SetResult();
            return await new TaskCompletionSource<SupportsFeatureResponse>().Task.WaitAsync(context.CancellationToken);
        };
        using var call = Client.SupportsFeatureAsync(new(), cancellationToken: stop.Token);
        await began.Task;

        await stop.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        await told.Task;
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_unimplemented()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Pulumirpc.Engine.EngineClient(_calls).LogAsync(new LogRequest()));

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
        Assert.Contains("/pulumirpc.Engine/Log", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_end_a_service_is_unavailable()
    {
        _calls.Dispose();

        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client.GetDeploymentInfoAsync(new Empty()));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    private sealed class Service : ResourceMonitor.ResourceMonitorBase
    {
        public Func<SupportsFeatureRequest, ServerCallContext, Task<SupportsFeatureResponse>> Answer { get; set; } = (_, _) => Task.FromResult(new SupportsFeatureResponse());

        public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) => Answer(request, context);
    }
}

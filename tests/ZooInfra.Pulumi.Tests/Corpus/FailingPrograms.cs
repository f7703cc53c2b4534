using Grpc.Core;
using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Programs that go wrong, and engines that do.</summary>
internal static class FailingPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("an_exception_in_the_program", () => { throw new InvalidOperationException("thrown by the program"); }, exitCode: 32),
        Of<ThrowingStack>("an_exception_in_a_stack_constructor", exitCode: 32),
        Do("an_exception_in_an_apply_that_nobody_reads", () => { _ = Output.Create(1).Apply(Thrower); }, exitCode: 32),
        Do("an_exception_in_an_apply_that_is_an_input", () => { _ = new Thing("thing", new() { Text = Output.Create(1).Apply(Thrower) }); }, exitCode: 32),
        Later("an_exception_after_an_await", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("thrown later");
        }, exitCode: 32),
        Do("a_run_exception_has_no_stack_trace", () => { throw new RunException("just the message"); }, exitCode: 32),
        Do("a_resource_exception_is_shown_on_its_resource", () =>
        {
            var thing = new Thing("thing");
            throw new ResourceException("wrong thing", thing, hideStack: true);
        }, exitCode: 32),
        Of<IncompleteStack>("a_stack_output_without_a_value_fails", exitCode: 32),
        Of<WrongOutputStack>("a_stack_output_that_is_no_output_fails", exitCode: 32),
        Of<EarlyStack>("a_resource_made_before_its_stack_fails", exitCode: 32),
        Do("a_second_stack_fails", () => { _ = new Stack(); }, exitCode: 32),
        Do("a_resource_without_a_name_fails", () => { _ = new Thing(""); }, exitCode: 32),
        Of("an_engine_that_refuses_a_resource", () =>
        {
            var thing = new Thing("refused", new() { Text = "t" });
            _ = new Thing("after", new() { Text = thing.Text });
            return new() { ["text"] = thing.Text };
        }, Refusing(new(StatusCode.InvalidArgument, "the type is wrong")), exitCode: 32, engineFails: true),
        Of("an_engine_that_shut_down_has_reported_already", () =>
        {
            var thing = new Thing("refused");
            return new() { ["text"] = thing.Text };
        }, Refusing(new(StatusCode.Unavailable, "resource monitor shut down while waiting on step's done channel")), exitCode: 32, engineFails: true),
        Of("a_failed_resource_in_a_run_that_continues", () =>
        {
            var failed = new Thing("failed");
            _ = new Thing("independent", new() { Text = "x" });
            return new() { ["text"] = failed.Text.Apply(_ => "never run") };
        }, Continuing, engineFails: true),
    ];

    private static Func<MonitorScript> Refusing(Status status) => () =>
    {
        var script = new MonitorScript();
        script.OnRegister = (request, _) => request.Name == "refused" ? throw new RpcException(status) : Task.FromResult(script.Echo(request));
        return script;
    };

    private static MonitorScript Continuing()
    {
        var script = new MonitorScript();
        script.OnRegister = (request, _) =>
        {
            var response = script.Echo(request);
            if (request.Name == "failed")
            {
                (response.Id, response.Result) = ("", Pulumirpc.Result.Fail);
            }

            return Task.FromResult(response);
        };
        return script;
    }

    private static string Thrower(int value) => throw new InvalidOperationException($"thrown in apply of {value}");

    private sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new InvalidOperationException("thrown by the constructor");
    }

    private sealed class EarlyStack : Stack
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = new Thing("early").Text;
    }

    private sealed class IncompleteStack : Stack
    {
        [Output("missing")]
        public Output<string> Missing { get; private set; } = null!;
    }

    private sealed class WrongOutputStack : Stack
    {
        [Output("wrong")]
        public string Wrong { get; private set; } = "text";
    }
}

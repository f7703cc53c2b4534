using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Pulumirpc;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Answers registrations with bytes of the test's own, below gRPC.</summary>
internal static class RawAnswers
{
    public static async Task RunAsync(HttpContext context, MonitorScript script, Func<Task> next)
    {
        if (script.RawAnswer is null || context.Request.Path != "/pulumirpc.ResourceMonitor/RegisterResource")
        {
            await next();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = RegisterResourceRequest.Parser.ParseFrom(body.ToArray()[5..]);
        var answer = script.RawAnswer(request.Name) ?? script.Echo(request).ToByteArray();

        var header = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(1), answer.Length);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(header, context.RequestAborted);
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}

package main

import (
	"os"
	"strconv"

	natsd "github.com/nats-io/nats-server/v2/server"
)

// natsPort is the variable that makes the test program a NATS server on a port.
const natsPort = "ANHUI_TEST_NATS"

// natsMain runs a NATS server until it is killed.
func natsMain() {
	port, _ := strconv.Atoi(os.Getenv(natsPort))
	s, err := natsd.NewServer(&natsd.Options{Host: "127.0.0.1", Port: port, Username: "anhui", Password: "secret", NoLog: true})
	if err != nil {
		os.Exit(1)
	}
	s.Start()
	s.WaitForShutdown()
}
